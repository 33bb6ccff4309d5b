package org.egnytereceiver.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.StringReader;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTest {

    private static final UUID INSTANCE = UUID.fromString("01234567-89ab-cdef-0123-456789abcdef");

    @Test
    void isWrittenWithEveryMember() {
        assertThat(new Problem(ProblemType.BAD_PARAMETER, "The parameter \"from\" is malformed.", INSTANCE).json()).isEqualTo("""
                {"type":"urn:egnyte-receiver:problem:bad-parameter",\
                "title":"A parameter of the request cannot be read","status":400,\
                "detail":"The parameter \\"from\\" is malformed.",\
                "instance":"urn:uuid:01234567-89ab-cdef-0123-456789abcdef"}""");
    }

    @ParameterizedTest
    @EnumSource
    void isWrittenWithoutADetailWhenThereIsNone(ProblemType type) {
        try (var reader = Json.createReader(new StringReader(new Problem(type, null, INSTANCE).json()))) {
            var json = reader.readObject();
            assertThat(json).containsOnlyKeys("type", "title", "status", "instance");
            assertThat(json.getInt("status")).isEqualTo(type.status());
        }
    }

    @Test
    void hasAnInstanceOfItsOwnEachTime() {
        assertThat(Problem.of(ProblemType.UNAVAILABLE).instance()).isNotEqualTo(Problem.of(ProblemType.UNAVAILABLE).instance());
    }

    @ParameterizedTest
    @CsvSource({
            "400, BAD_REQUEST", "401, UNKNOWN_CALLER", "403, FORBIDDEN", "404, NOT_FOUND", "405, METHOD_NOT_ALLOWED",
            "406, BAD_REQUEST", "409, CONFLICT", "413, TOO_LARGE", "415, UNSUPPORTED_MEDIA_TYPE", "422, BAD_REQUEST",
            "500, UNAVAILABLE", "501, UNAVAILABLE", "503, UNAVAILABLE"})
    void takesTheTypeThatFitsAStatus(int status, ProblemType type) {
        assertThat(ProblemType.ofStatus(status)).isEqualTo(type);
    }
}
