package io.packetboat.liberty;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The product's own WAR with a test inside. */
final class InServer {
    private InServer() {}

    static WebArchive with(Class<?>... tests) {
        return ShrinkWrap.create(ZipImporter.class, "packetboat-under-test.war")
                .importFrom(new File(System.getProperty("packetboat.war")))
                .as(WebArchive.class)
                .addClasses(tests);
    }
}
