/**
 * Who gets in and who may do what, on every protocol alike: policies are made through the admin API, and real clients see
 * whether they hold.
 */
@NullMarked
package io.packetboat.it.rights;

import org.jspecify.annotations.NullMarked;
