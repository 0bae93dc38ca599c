package io.packetboat.it.crash;

import io.packetboat.it.PacketboatServer;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** Makes definitions of one kind and deletes every other one again; asks after a crash what became of them. */
final class DefinitionChanges implements Lane {
    private final DefinitionKind kind;
    private final History history;
    private final Names names;
    private final Set<String> touched = new HashSet<>();

    DefinitionChanges(DefinitionKind kind, History history) {
        this.kind = kind;
        this.history = history;
        this.names = new Names(kind.prefix());
    }

    @Override
    public String name() {
        return kind.prefix();
    }

    @Override
    public void work(PacketboatServer server, CountDownLatch working) throws Exception {
        try (Definitions definitions = kind.connect(server)) {
            working.countDown();
            for (int i = 0; !Thread.currentThread().isInterrupted(); i++) {
                String name = names.next();
                touched.add(name);
                history.add(new Event.Changing(name, true));
                definitions.create(name);
                history.add(new Event.Changed(name, true));
                if (i % 2 == 0) {
                    history.add(new Event.Changing(name, false));
                    definitions.delete(name);
                    history.add(new Event.Changed(name, false));
                }
            }
        }
    }

    /** Asks for every definition that was ever touched; to be called while nobody works. */
    void look(PacketboatServer server) throws Exception {
        try (Definitions definitions = kind.connect(server)) {
            for (String name : touched) {
                history.add(new Event.Seen(name, definitions.exists(name)));
            }
        }
    }
}
