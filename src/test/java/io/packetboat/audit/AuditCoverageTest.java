package io.packetboat.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.packetboat.identity.Policies;
import io.packetboat.identity.Users;
import io.packetboat.kernel.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditCoverageTest {
    @Test
    void everyPublicMethodOfEveryFacadeIsAuditedOrReadOnly() {
        List<Class<?>> facades = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.packetboat").stream()
                        .filter(type -> type.isAnnotatedWith(ApplicationScoped.class))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();

        assertThat(facades).contains(Users.class, Policies.class, AuditTrail.class);
        assertThat(AuditCoverage.unmarkedMethods(facades)).isEmpty();
    }

    @Test
    void anUnmarkedMethodIsNamedAndProxiesCountAsTheirClass() {
        assertThat(AuditCoverage.unmarkedMethods(List.of(Careless.class, Careless$Proxy.class)))
                .containsExactly("Careless.callerless", "Careless.forgotten", "Careless.nameless");
    }

    static class Careless {
        @Audited("test:Command")
        public void command(Caller caller) {}

        @ReadOnly
        public void read() {}

        @Audited
        public void nameless(Caller caller) {}

        @Audited("test:Callerless")
        public void callerless(String name, Caller caller) {}

        public void forgotten(Caller caller) {}

        void hidden() {}
    }

    static class Careless$Proxy extends Careless {
        @Override
        public void command(Caller caller) {}
    }
}
