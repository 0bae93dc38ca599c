package io.packetboat.liberty;

import io.packetboat.figure.FigureConfig;
import io.packetboat.figure.QueueChanges;
import io.packetboat.health.BrokerFailure;
import io.packetboat.health.DatabaseProbe;
import io.packetboat.health.NodeStart;
import io.packetboat.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What health checks and figures rest on. */
@ApplicationScoped
class MonitoringWiring {

    @Produces
    @Singleton
    FigureConfig figureConfig(Configuration configuration) {
        return MetricSettings.config(configuration);
    }

    @Produces
    @Singleton
    QueueChanges queueChanges() {
        return new QueueChanges();
    }

    @Produces
    @Singleton
    BrokerFailure brokerFailure() {
        return new BrokerFailure();
    }

    @Produces
    @Singleton
    NodeStart nodeStart() {
        return new NodeStart();
    }

    @Produces
    @Singleton
    DatabaseProbe databaseProbe(Database database) {
        return database::reachable;
    }
}
