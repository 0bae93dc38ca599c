/**
 * The key by which a node proves that a notification is its own, and the certificate by which everybody can check it.
 *
 * <p>The key is made at the first start, encrypted with the node's master key and kept in the database, so that both nodes
 * of a pair sign alike. Signatures are those of Amazon SNS, versions 1 and 2, and pass its SDKs' validators. All types are
 * safe for any number of threads.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html">Verifying the signatures of
 *     Amazon SNS messages</a>
 */
@NullMarked
package io.packetboat.signing;

import org.jspecify.annotations.NullMarked;
