package org.egnytereceiver.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.egnytereceiver.event.Product;
import org.egnytereceiver.reading.EventReader;

/**
 * Turns a body into a delivery: cuts it into elements and has each read on its own, so that what cannot be read goes
 * raw to the quarantine and never fails its neighbours. A body that is no JSON as a whole is one unreadable element.
 */
@ApplicationScoped
class DeliveryReader {

    @Inject
    EventReader events;

    @Inject
    Clock clock;

    Delivery read(Feed feed, Product product, Body body, String traceparent) {
        var elements = elements(feed, product, body);
        var readable = new ArrayList<Element.Readable>(elements.size());
        var unreadable = new ArrayList<Element.Unreadable>();
        for (var element : elements) {
            if (element instanceof Element.Readable event) {
                readable.add(event);
            } else if (element instanceof Element.Unreadable rest) {
                unreadable.add(rest);
            }
        }
        return new Delivery(feed.name(), product, clock.instant(), traceparent,
                List.copyOf(readable), List.copyOf(unreadable));
    }

    private List<Element> elements(Feed feed, Product product, Body body) {
        if (!body.unpacked()) {
            return whole(body.bytes(), Reason.BROKEN_GZIP);
        }
        return body.hasMoreValuesThan(body.limits().maxValues())
                ? whole(body.bytes(), Reason.TOO_MANY)
                : elements(feed, product, body.bytes(), body.limits());
    }

    private List<Element> elements(Feed feed, Product product, byte[] body, DeliveryLimits limits) {
        var start = Utf8.start(body);
        if (start == body.length) {
            return whole(body, Reason.NOT_JSON);
        }
        var isArray = body[start] == '[';
        if (!isArray && (product == Product.CONNECT || body[start] != '{')) {
            return whole(body, JsonSyntax.isValid(Utf8.lenient(body, start, body.length))
                    ? Reason.WRONG_KIND : Reason.NOT_JSON);
        }
        var slices = isArray
                ? ElementCutter.elements(body, start, limits.element())
                : ElementCutter.single(body, start, limits.element()).map(List::of);
        if (slices.isEmpty()) {
            return whole(body, Reason.NOT_JSON);
        }
        if (slices.get().size() > limits.maxElements()) {
            return whole(body, Reason.TOO_MANY);
        }
        return readEach(feed, product, body, slices.get(), limits.maxElementValues())
                .orElseGet(() -> whole(body, Reason.NOT_JSON));
    }

    /** @return empty when an element shows that the body is no JSON at all */
    private Optional<List<Element>> readEach(Feed feed, Product product, byte[] body, List<ElementSlice> slices,
            int maxValues) {
        var elements = new ArrayList<Element>(slices.size());
        for (var slice : slices) {
            var element = slice.withinLimits() && !hasMoreValues(body, slice, maxValues)
                    ? read(feed, product, body, slice)
                    : Optional.<Element>of(unreadable(body, slice, Reason.LIMIT));
            if (element.isEmpty()) {
                return Optional.empty();
            }
            elements.add(element.get());
        }
        return Optional.of(elements);
    }

    /** What has fewer bytes than it may have values needs no counting. */
    private static boolean hasMoreValues(byte[] body, ElementSlice slice, int maxValues) {
        return slice.end() - slice.start() > maxValues && Body.values(body, slice.start(), slice.end()) > maxValues;
    }

    private Optional<Element> read(Feed feed, Product product, byte[] body, ElementSlice slice) {
        var text = Utf8.strict(body, slice.start(), slice.end());
        if (text.isEmpty()) {
            return ifJson(Utf8.lenient(body, slice.start(), slice.end()), unreadable(body, slice, Reason.ENCODING));
        }
        if (body[slice.start()] != '{') {
            return ifJson(text.get(), unreadable(body, slice, Reason.IDENTITY));
        }
        try {
            var event = events.read(product, text.get());
            if (!events.hasIdentity(event)) {
                return Optional.of(unreadable(body, slice, Reason.IDENTITY));
            }
            return Optional.of(feed.maySpeakFor(event.key().domain())
                    ? new Element.Readable(event, text.get())
                    : unreadable(body, slice, Reason.DOMAIN));
        } catch (JsonbException | JsonException notBound) {
            return ifJson(text.get(), unreadable(body, slice, Reason.IDENTITY));
        }
    }

    private static Optional<Element> ifJson(String text, Element element) {
        return Optional.of(element).filter(any -> JsonSyntax.isValid(text));
    }

    private static Element unreadable(byte[] body, ElementSlice slice, Reason reason) {
        return new Element.Unreadable(Arrays.copyOfRange(body, slice.start(), slice.end()), reason);
    }

    private static List<Element> whole(byte[] body, Reason reason) {
        return List.of(new Element.Unreadable(body, reason));
    }
}
