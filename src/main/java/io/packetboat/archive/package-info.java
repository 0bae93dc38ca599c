/**
 * The archives of FIFO topics: what was published is kept for some days, and given to subscriptions again.
 *
 * <p>Fan-out puts each message of such a topic into the database before it takes it out of the topic's intake, so an answered
 * publish is in one of the two; {@link io.packetboat.archive.Archives} numbers them. A subscription that is given messages
 * again gets nothing else meanwhile: the {@link io.packetboat.archive.Replayer} gives it, from the database, first what it
 * asked for and then what was held back, and with the last of it, while the topic's fan-out waits, it goes over to the live
 * messages, with none lost or doubled.
 *
 * <p>Each topic has two locks, in its {@code TopicArchive}: one is held while messages are numbered and written, the other
 * while a replay of the topic takes a step or is changed, and is taken first. Methods block for the database; the threads
 * {@code packetboat-replay-n} give messages.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/fifo-message-archiving-replay.html">Message archiving and
 *     replay</a>
 */
@NullMarked
package io.packetboat.archive;

import org.jspecify.annotations.NullMarked;
