package org.egnytereceiver.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.egnytereceiver.accounts.Role;
import org.egnytereceiver.accounts.StoredAccount;
import org.egnytereceiver.audit.Action;
import org.egnytereceiver.audit.AuditRow;
import org.egnytereceiver.delivery.Reason;
import org.egnytereceiver.event.Product;
import org.egnytereceiver.journal.EntryState;
import org.egnytereceiver.journal.EventDetails;
import org.egnytereceiver.journal.Figures;
import org.egnytereceiver.journal.JournalNote;
import org.egnytereceiver.journal.JournalRow;
import org.egnytereceiver.problem.ProblemType;
import org.egnytereceiver.quarantine.QuarantineRow;
import org.egnytereceiver.quarantine.ReleaseOutcome;
import org.junit.jupiter.api.Test;

/** The description of the API says what the resources do. */
class OpenApiTest {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final JsonObject DOCUMENT = document();
    private static final List<Class<? extends Annotation>> METHODS =
            List.of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class);

    @Test
    void describesEveryCallAndNoOther() {
        var described = new TreeSet<String>();
        DOCUMENT.getJsonObject("paths").forEach((path, item) ->
                item.asJsonObject().keySet().forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        assertThat(described).isEqualTo(calls().collect(toCollection(TreeSet::new)));
    }

    @Test
    void namesTheQueryParametersOfEveryList() {
        assertThat(queryParameters("/events")).containsExactlyInAnyOrderElementsOf(askedFor(new EventsResource()::list));
        assertThat(queryParameters("/quarantine")).containsExactlyInAnyOrderElementsOf(askedFor(new QuarantineResource()::list));
        assertThat(queryParameters("/audit")).containsExactlyInAnyOrderElementsOf(askedFor(new AuditResource()::list));
    }

    @Test
    void listsTheWordsOfEveryEnumeration() {
        assertThat(words("Product")).containsExactly(names(Product.values(), Product::wireName));
        assertThat(words("State")).containsExactly(names(EntryState.values(), EntryState::name));
        assertThat(words("Role")).containsExactly(names(Role.values(), Role::roleName));
        assertThat(words(schema("AuditEntry"), "action")).containsExactly(names(Action.values(), Action::code));
        assertThat(words(schema("Release"), "outcome")).containsExactly(Arrays.stream(ReleaseOutcome.values())
                .filter(outcome -> outcome != ReleaseOutcome.CONFLICT).map(ReleaseOutcome::code)
                .toArray(String[]::new));
        assertThat(words("Reason")).containsExactly(names(Reason.values(), Reason::code));
    }

    @Test
    void describesEveryFieldOfEveryAnswer() throws IOException {
        var row = new JournalRow(1, "default", "connect", "acme", "e", "fs:add_file", "fs", true, true, Instant.EPOCH,
                Instant.EPOCH, EntryState.WAITING, 1, "/a", "olga", 0, null);
        var text = new QuarantineRow(1, "default", "connect", Instant.EPOCH, "identity", new byte[] {'{'});
        var bytes = new QuarantineRow(1, "default", "connect", Instant.EPOCH, "encoding", new byte[] {(byte) 0xFF});
        var note = new JournalNote(Instant.EPOCH, "RECEIVED", null, null);
        var details = read(Json.details(new EventDetails(row, "{}", List.of(note))));

        assertThat(Json.event(row).build().keySet()).isEqualTo(properties("Event"));
        assertThat(details.keySet()).isEqualTo(union(properties("Event"), properties("EventDetails")));
        assertThat(details.getJsonArray("history").getJsonObject(0).keySet()).isEqualTo(properties("Note"));
        assertThat(union(Json.quarantined(text).build().keySet(),
                Json.quarantined(bytes).build().keySet())).isEqualTo(properties("QuarantineEntry"));
        assertThat(read(Json.figures(new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))).keySet())
                .isEqualTo(properties("Figures"));
        assertThat(read(Json.page(List.of(row), Json::event, null)).keySet())
                .isEqualTo(properties("EventPage")).isEqualTo(properties("QuarantinePage"))
                .isEqualTo(properties("AuditPage"));
        var account = new StoredAccount("olga", Role.VIEWER, false, Instant.EPOCH);
        assertThat(Json.account(account).build().keySet()).isEqualTo(properties("Account"));
        assertThat(read(Json.list(List.of(account), Json::account)).keySet()).isEqualTo(properties("AccountList"));
        assertThat(Json.audited(new AuditRow(1, Instant.EPOCH, null, "login-failed", null, null, "::1")).build()
                .keySet())
                .isEqualTo(properties("AuditEntry"));
        assertThat(read(Json.outcome(ReleaseOutcome.STORED)).keySet()).isEqualTo(properties("Release"));
    }

    @Test
    void writesBytesThatAreNoTextInBase64() {
        assertThat(quarantined('{', 0xC3, 0xBC)).containsEntry("raw", JSON.createValue("{ü")).doesNotContainKey("rawBase64");
        assertThat(quarantined('{', 0xFC)).containsEntry("rawBase64", JSON.createValue("e/w=")).doesNotContainKey("raw");
    }

    @Test
    void pointsOnlyAtWhatIsThere() {
        var pointers = pointers(DOCUMENT).toList();
        assertThat(pointers).isNotEmpty().allSatisfy(pointer ->
                assertThat(JSON.createPointer(pointer.substring(1)).containsValue(DOCUMENT)).as(pointer).isTrue());
    }

    @Test
    void knowsNoStatusThatTheReceiverDoesNotAnswer() {
        var known = new TreeSet<>(Set.of("200", "201", "202", "204"));
        Arrays.stream(ProblemType.values()).forEach(type -> known.add(String.valueOf(type.status())));
        DOCUMENT.getJsonObject("paths").values().forEach(item -> item.asJsonObject().values().forEach(call ->
                assertThat(known).containsAll(call.asJsonObject().getJsonObject("responses").keySet())));
    }

    private static Stream<String> calls() {
        return new ApiApplication().getClasses().stream().filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()).flatMap(method -> call(type, method)));
    }

    private static Stream<String> call(Class<?> resource, Method method) {
        return METHODS.stream().filter(method::isAnnotationPresent)
                .map(verb -> verb.getAnnotation(HttpMethod.class).value() + " /" + resource.getAnnotation(Path.class).value()
                        + Optional.ofNullable(method.getAnnotation(Path.class)).map(path -> "/" + path.value()).orElse(""));
    }

    /**
     * Nothing is behind the resource: it fails where it would ask the journal, and has read all its parameters then.
     */
    private static Set<String> askedFor(Consumer<UriInfo> call) {
        var asked = new TreeSet<String>();
        var parameters = proxy(MultivaluedMap.class, (proxy, method, arguments) -> {
            if (method.getName().equals("keySet")) {
                return Set.of();
            }
            asked.add((String) arguments[0]);
            return null;
        });
        var uri = proxy(UriInfo.class, (proxy, method, arguments) -> parameters);
        assertThatThrownBy(() -> call.accept(uri)).isInstanceOf(NullPointerException.class);
        return asked;
    }

    private static <T> T proxy(Class<T> type, InvocationHandler calls) {
        return type.cast(Proxy.newProxyInstance(OpenApiTest.class.getClassLoader(), new Class<?>[] {type}, calls));
    }

    private static List<String> queryParameters(String path) {
        return DOCUMENT.getJsonObject("paths").getJsonObject(path).getJsonObject("get").getJsonArray("parameters")
                .getValuesAs(JsonObject.class).stream()
                .map(parameter -> parameter.containsKey("$ref")
                        ? JSON.createPointer(parameter.getString("$ref").substring(1)).getValue(DOCUMENT).asJsonObject()
                        : parameter)
                .filter(parameter -> parameter.getString("in").equals("query"))
                .map(parameter -> parameter.getString("name")).toList();
    }

    private static Set<String> properties(String schema) {
        return schema(schema).getJsonObject("properties").keySet();
    }

    private static List<String> words(String schema) {
        return schema(schema).getJsonArray("enum").getValuesAs(JsonString::getString);
    }

    private static List<String> words(JsonObject schema, String property) {
        return schema.getJsonObject("properties").getJsonObject(property).getJsonArray("enum")
                .getValuesAs(JsonString::getString);
    }

    private static JsonObject schema(String name) {
        return DOCUMENT.getJsonObject("components").getJsonObject("schemas").getJsonObject(name);
    }

    private static <T> String[] names(T[] values, Function<T, String> name) {
        return Arrays.stream(values).map(name).toArray(String[]::new);
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        var union = new TreeSet<>(one);
        union.addAll(other);
        return union;
    }

    private static Stream<String> pointers(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> value.asJsonObject().entrySet().stream().flatMap(member -> member.getKey().equals("$ref")
                    ? Stream.of(((JsonString) member.getValue()).getString()) : pointers(member.getValue()));
            case ARRAY -> new ArrayList<>(value.asJsonArray()).stream().flatMap(OpenApiTest::pointers);
            default -> Stream.empty();
        };
    }

    private static JsonObject quarantined(int... bytes) {
        var raw = new byte[bytes.length];
        for (var i = 0; i < bytes.length; i++) {
            raw[i] = (byte) bytes[i];
        }
        return Json.quarantined(new QuarantineRow(1, "f", "msp", Instant.EPOCH, "encoding", raw)).build();
    }

    private static JsonObject read(StreamingOutput json) throws IOException {
        var written = new ByteArrayOutputStream();
        json.write(written);
        return read(written.toString(UTF_8));
    }

    private static JsonObject read(String json) {
        try (var reader = JSON.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    private static JsonObject document() {
        try (var reader = JSON.createReader(new OpenApiResource().show())) {
            return reader.readObject();
        }
    }
}
