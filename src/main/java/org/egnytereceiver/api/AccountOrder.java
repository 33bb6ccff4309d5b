package org.egnytereceiver.api;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.egnytereceiver.accounts.Role;
import org.egnytereceiver.problem.ProblemType;
import org.egnytereceiver.problem.Refusal;

/** What somebody wants an account to be: an object with exactly the fields that are asked for, all of them texts. */
final class AccountOrder {

    private final JsonObject order;

    private AccountOrder(JsonObject order) {
        this.order = order;
    }

    static AccountOrder read(InputStream body, String... fields) throws IOException {
        var order = OrderBody.read(body);
        if (!order.keySet().equals(Set.of(fields))
                || !order.values().stream().allMatch(JsonString.class::isInstance)) {
            throw malformed("The body has to have these texts and nothing else: " + String.join(", ", fields) + ".");
        }
        return new AccountOrder(order);
    }

    String text(String field) {
        return order.getString(field);
    }

    Role role() {
        return Role.named(text("role"))
                .orElseThrow(() -> malformed("The role has to be egnyte-viewer or egnyte-operator."));
    }

    private static Refusal malformed(String sentence) {
        return Refusal.of(ProblemType.BAD_PARAMETER, sentence);
    }
}
