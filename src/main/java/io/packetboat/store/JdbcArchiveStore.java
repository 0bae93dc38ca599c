package io.packetboat.store;

import io.packetboat.archive.ArchiveRange;
import io.packetboat.archive.ArchiveStore;
import io.packetboat.archive.ArchivedMessage;
import io.packetboat.fanout.ArchivePosition;
import io.packetboat.kernel.TopicName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Archived messages in a table. */
public final class JdbcArchiveStore implements ArchiveStore {
    private final Database database;

    public JdbcArchiveStore(Database database) {
        this.database = database;
    }

    private record Size(long position, long bytes) {}

    /** Neither database finds distinct values of a column quicker than by reading all rows. */
    @Override
    public List<TopicName> topics() {
        return database.read(handle -> {
            List<TopicName> topics = new ArrayList<>();
            for (Optional<String> next = topicAfter(handle, ""); next.isPresent(); ) {
                topics.add(new TopicName(next.get()));
                next = topicAfter(handle, next.get());
            }
            return topics;
        });
    }

    private static Optional<String> topicAfter(Handle handle, String topic) {
        return handle.createQuery("SELECT topic FROM archived_message WHERE topic > :topic ORDER BY topic LIMIT 1")
                .bind("topic", topic)
                .mapTo(String.class)
                .findOne();
    }

    @Override
    public ArchivePosition last(TopicName topic) {
        return new ArchivePosition(database.read(handle -> handle.createQuery(
                        "SELECT COALESCE(MAX(position), 0) FROM archived_message WHERE topic = :topic")
                .bind("topic", topic.value())
                .mapTo(Long.class)
                .one()));
    }

    @Override
    public List<ArchivePosition> add(TopicName topic, List<ArchivedMessage> messages) {
        return database.writeAndRead(handle ->
                messages.stream().map(message -> add(handle, topic, message)).toList());
    }

    private static ArchivePosition add(Handle handle, TopicName topic, ArchivedMessage message) {
        byte[] content = ArchivedContent.encode(message.publication());
        int added = handle.createUpdate("""
                        INSERT INTO archived_message (topic, position, origin, sent_at, size, content)
                        VALUES (:topic, :position, :origin, :sent, :size, :content)
                        ON CONFLICT (topic, origin) DO NOTHING
                        """)
                .bind("topic", topic.value())
                .bind("position", message.position().value())
                .bind("origin", message.origin())
                .bind("sent", message.publication().message().sent().toEpochMilli())
                .bind("size", content.length)
                .bind("content", content)
                .execute();
        return added == 1 ? message.position() : present(handle, topic, message.origin());
    }

    private static ArchivePosition present(Handle handle, TopicName topic, String origin) {
        return new ArchivePosition(
                handle.createQuery("SELECT position FROM archived_message WHERE topic = :topic AND origin = :origin")
                        .bind("topic", topic.value())
                        .bind("origin", origin)
                        .mapTo(Long.class)
                        .one());
    }

    @Override
    public List<ArchivedMessage> read(TopicName topic, ArchiveRange range, int most, long mostBytes) {
        return database.read(handle -> {
            List<Size> sizes = in(handle.createQuery("""
                                    SELECT position, size FROM archived_message
                                    WHERE topic = :topic AND position > :after AND position <= :through
                                        AND sent_at >= :from AND sent_at <= :until
                                    ORDER BY position LIMIT :most
                                    """), topic, range)
                    .bind("most", most)
                    .map((row, context) -> new Size(row.getLong("position"), row.getLong("size")))
                    .list();
            return sizes.isEmpty()
                    ? List.of()
                    : contents(handle, topic, upTo(range, new ArchivePosition(lastWithin(sizes, mostBytes))));
        });
    }

    private static ArchiveRange upTo(ArchiveRange range, ArchivePosition last) {
        return new ArchiveRange(range.after(), last, range.from(), range.until());
    }

    /** The place of the last message with which they are not too many bytes; of the first one, if that is too large alone. */
    private static long lastWithin(List<Size> sizes, long mostBytes) {
        long last = sizes.get(0).position();
        long bytes = 0;
        for (Size size : sizes) {
            bytes += size.bytes();
            if (bytes > mostBytes) {
                return last;
            }
            last = size.position();
        }
        return last;
    }

    private static List<ArchivedMessage> contents(Handle handle, TopicName topic, ArchiveRange range) {
        return in(handle.createQuery("""
                        SELECT position, origin, content FROM archived_message
                        WHERE topic = :topic AND position > :after AND position <= :through
                            AND sent_at >= :from AND sent_at <= :until
                        ORDER BY position
                        """), topic, range)
                .map((row, context) -> new ArchivedMessage(
                        new ArchivePosition(row.getLong("position")),
                        row.getString("origin"),
                        ArchivedContent.decode(row.getBytes("content"))))
                .list();
    }

    private static Query in(Query query, TopicName topic, ArchiveRange range) {
        return query.bind("topic", topic.value())
                .bind("after", range.after().value())
                .bind("through", range.through().value())
                .bind("from", range.from().toEpochMilli())
                .bind("until", range.until().toEpochMilli());
    }

    @Override
    public int deleteBefore(TopicName topic, Instant moment, int most) {
        return database.writeAndRead(handle -> handle.createUpdate("""
                        DELETE FROM archived_message WHERE topic = :topic AND position IN
                            (SELECT position FROM archived_message
                             WHERE topic = :topic AND sent_at < :moment ORDER BY sent_at LIMIT :most)
                        """)
                .bind("topic", topic.value())
                .bind("moment", moment.toEpochMilli())
                .bind("most", most)
                .execute());
    }
}
