package io.packetboat.admin.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {

    @Test
    void failureIsNamedByItsFact() {
        Problem problem = Problem.of(new KettleTooHot(), 409, Optional.of("kettle"));

        assertThat(problem)
                .isEqualTo(new Problem(
                        "urn:packetboat:problem:kettle-too-hot",
                        "Kettle too hot",
                        409,
                        "the kettle is too hot",
                        Optional.of("kettle"),
                        Optional.empty()));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "INVALID, 400",
        "UNAUTHENTICATED, 401",
        "FORBIDDEN, 403",
        "NOT_FOUND, 404",
        "CONFLICT, 409",
        "LIMIT_EXCEEDED, 409",
        "THROTTLED, 429",
        "UNSUPPORTED, 501",
        "UNAVAILABLE, 503",
        "INTERNAL, 500"
    })
    void kindsHaveTheirStatus(ErrorKind kind, int status) {
        assertThat(Statuses.of(kind).getStatusCode()).isEqualTo(status);
    }

    private static final class KettleTooHot extends PacketboatException {
        private static final long serialVersionUID = 1L;

        KettleTooHot() {
            super(ErrorKind.CONFLICT, "the kettle is too hot");
        }
    }
}
