/**
 * The features' definitions and records on disk: every {@code *Store} port on JDBC, and the one place with SQL.
 *
 * <p>Either an SQLite file in the data directory, which is the default, or PostgreSQL; the same migrations and the same
 * statements serve both. What a method of a store returned from is committed and forced to disk. SQLite has one writing
 * connection, which writers take in turn; readers never wait for it. All stores are safe for any number of threads.
 */
@NullMarked
package io.packetboat.store;

import org.jspecify.annotations.NullMarked;
