package io.packetboat.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BuiltVersionTest {

    @Test
    void theBuildWroteItsVersion() {
        assertThat(BuiltVersion.read()).matches("\\d+\\.\\d+\\.\\d+(-[A-Za-z0-9.]+)?");
    }
}
