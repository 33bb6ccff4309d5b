package org.egnytereceiver.delivery;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Valid JSON that nobody would write by hand, the same for the same random numbers. */
final class RandomJson {

    private static final int DEEPEST = 5;
    private static final List<String> TEXTS = List.of("", "a", "]", "}", ",", ":", "[{", "\\\"", "\\\\", "\\u0022", "\\ud83d\\ude00",
            "größe", "漢", "😀", " ", "/", "\\/", "\\n");
    private static final List<String> SCALARS = List.of("0", "-1", "1.5", "1e5", "-0.25E-3", "true", "false", "null");

    private final Random random;

    RandomJson(Random random) {
        this.random = random;
    }

    String array() {
        return "[" + blank() + String.join(blank() + "," + blank(), values()) + blank() + "]";
    }

    List<String> values() {
        return some(6, () -> value(0));
    }

    String blank() {
        return String.join("", some(2, () -> List.of(" ", "\n", "\t", "\r").get(random.nextInt(4))));
    }

    private String value(int depth) {
        return switch (random.nextInt(depth < DEEPEST ? 5 : 3)) {
            case 0 -> SCALARS.get(random.nextInt(SCALARS.size()));
            case 1, 2 -> string();
            case 3 -> "[" + blank() + String.join("," + blank(), some(4, () -> value(depth + 1))) + "]";
            default -> "{" + blank() + String.join(blank() + ",", some(4, () -> string() + blank() + ":" + blank()
                    + value(depth + 1))) + "}";
        };
    }

    private String string() {
        return "\"" + String.join("", some(4, () -> TEXTS.get(random.nextInt(TEXTS.size())))) + "\"";
    }

    private List<String> some(int most, Supplier<String> item) {
        return IntStream.range(0, random.nextInt(most + 1)).mapToObj(i -> item.get()).toList();
    }
}
