/**
 * The policy language: documents in IAM's JSON, read strictly and evaluated purely.
 *
 * <p>A document that holds anything that cannot be evaluated here is refused when it is read, so that nothing is stored
 * and then ignored. Nothing is granted that no statement allows, and an explicit Deny outweighs every Allow. All types
 * are immutable and safe to share between threads; nothing here does input or output.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html">IAM JSON policy
 *     elements</a>
 */
@NullMarked
package io.packetboat.policy;

import org.jspecify.annotations.NullMarked;
