/**
 * Who may do what: users, groups, access keys and policies, one store for every door.
 *
 * <p>Definitions live in the database and are read from memory; a command is on disk before it returns. Rights are
 * expressed in SQS and SNS terms and checked here for all protocols. Commands are serialised by one lock in {@code
 * IdentityDirectory}; reads and rights checks take no lock and may come from any number of threads.
 */
@NullMarked
package io.packetboat.identity;

import org.jspecify.annotations.NullMarked;
