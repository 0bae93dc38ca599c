package io.packetboat.liberty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What belongs to the process itself: its clock, its standard output, its end. */
@ApplicationScoped
class ProcessWiring {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Terminal terminal() {
        return new Terminal();
    }

    @Produces
    @Singleton
    ProcessEnd processEnd(Terminal terminal) {
        return new ProcessEnd(terminal);
    }

    @Produces
    @Singleton
    ReadyAnnouncement readyAnnouncement(Terminal terminal, Configuration configuration) {
        return new ReadyAnnouncement(terminal, configuration.value(IdentitySettings.SHOW_LOGIN));
    }
}
