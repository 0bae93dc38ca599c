package io.packetboat.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The database, opened and brought to this version's tables.
 *
 * <p>A write is one transaction, committed and forced to disk when it returns. That nobody else opens the same data
 * directory is up to the caller. Safe for any number of threads.
 */
public final class Database implements AutoCloseable {
    private static final String MIGRATIONS = "classpath:io/packetboat/store/migrations";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HikariDataSource writerPool;
    private final HikariDataSource readerPool;
    private final Jdbi writer;
    private final Jdbi reader;

    private Database(HikariDataSource writerPool, HikariDataSource readerPool) {
        this.writerPool = writerPool;
        this.readerPool = readerPool;
        this.writer = Jdbi.create(writerPool);
        this.reader = Jdbi.create(readerPool);
    }

    /** Opens the database and migrates it; raises {@link DatabaseUnavailable} where that fails. */
    public static Database open(DatabaseConfig config) {
        try {
            if (config instanceof DatabaseConfig.PostgreSql server) {
                return openServer(server);
            }
            return openFile((DatabaseConfig.Embedded) config);
        } catch (FlywayException | HikariPool.PoolInitializationException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    private static Database openFile(DatabaseConfig.Embedded config) {
        SqliteFile file = SqliteFile.in(config.directory());
        migrate(file.writing());
        HikariDataSource writers = pool("packetboat-database-writer", file.writing(), 1);
        HikariDataSource readers = pool("packetboat-database-readers", file.reading(), 4);
        file.forceDirectories();
        return new Database(writers, readers);
    }

    private static Database openServer(DatabaseConfig.PostgreSql config) {
        HikariConfig settings = settings("packetboat-database");
        // Named, because DriverManager does not look into an application's own jars on every server.
        settings.setDriverClassName("org.postgresql.Driver");
        settings.setJdbcUrl(config.url());
        settings.setUsername(config.user());
        settings.setPassword(config.password());
        settings.setMaximumPoolSize(config.connections());
        // A server may be set to answer before the sync; an answered change must not depend on that.
        settings.setConnectionInitSql("SET synchronous_commit TO on");
        HikariDataSource pool = new HikariDataSource(settings);
        migrate(pool);
        return new Database(pool, pool);
    }

    private static HikariDataSource pool(String name, DataSource source, int size) {
        HikariConfig settings = settings(name);
        settings.setDataSource(source);
        settings.setMaximumPoolSize(size);
        return new HikariDataSource(settings);
    }

    private static HikariConfig settings(String name) {
        HikariConfig settings = new HikariConfig();
        settings.setPoolName(name);
        settings.setConnectionTimeout(PATIENCE.toMillis());
        settings.setValidationTimeout(PATIENCE.toMillis() / 2);
        return settings;
    }

    private static void migrate(DataSource source) {
        Flyway.configure()
                .dataSource(source)
                .locations(MIGRATIONS)
                .cleanDisabled(true)
                .load()
                .migrate();
    }

    /** Whether the database answers right now; takes a few seconds at most. */
    public boolean reachable() {
        try {
            return read(handle ->
                            handle.createQuery("SELECT 1").mapTo(Integer.class).one())
                    == 1;
        } catch (DatabaseUnavailable e) {
            return false;
        }
    }

    @Override
    public void close() {
        readerPool.close();
        writerPool.close();
    }

    <T> T read(HandleCallback<T, RuntimeException> query) {
        try {
            return reader.withHandle(query);
        } catch (JdbiException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    void write(HandleConsumer<RuntimeException> change) {
        try {
            writer.useTransaction(change);
        } catch (JdbiException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /** One transaction on the writing connection that answers something. */
    <T> T writeAndRead(HandleCallback<T, RuntimeException> change) {
        try {
            return writer.inTransaction(change);
        } catch (JdbiException e) {
            throw new DatabaseUnavailable(e);
        }
    }
}
