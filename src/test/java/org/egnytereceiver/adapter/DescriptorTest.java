package org.egnytereceiver.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.activemq.artemis.ra.ConnectionFactoryProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** What {@code ra.xml} says reaches Artemis. A server that finds no such property says so in its log, and goes on. */
class DescriptorTest {

    private static final String ADAPTER = "resourceadapter-class";

    /** Connections have a user and a password beside these, which are the server's to hand over. */
    @ParameterizedTest
    @ValueSource(strings = {ADAPTER, "adminobject-class"})
    void propertiesAreThoseOfTheClass(String kind) throws Exception {
        for (var named : elements(descriptor(), kind)) {
            var type = Class.forName(named.getTextContent());
            assertThat(properties(named)).isNotEmpty().allSatisfy(property -> assertThat(setter(type, property)).isNotNull());
        }
    }

    @Test
    void whatAStepPublishesIsSentWithoutWaitingForLeave() throws Exception {
        try (var connections = adapter().newConnectionFactory(new ConnectionFactoryProperties())) {
            assertThat(connections.getProducerWindowSize()).isEqualTo(1 << 20);
        }
    }

    /** As a server has it before it starts it. */
    private static BrokerResourceAdapter adapter() throws Exception {
        var adapter = new BrokerResourceAdapter();
        for (var property : properties(elements(descriptor(), ADAPTER).get(0))) {
            for (var value : elements(property, "config-property-value")) {
                setter(adapter.getClass(), property)
                        .invoke(adapter, type(property).getConstructor(String.class).newInstance(value.getTextContent()));
            }
        }
        return adapter;
    }

    private static Method setter(Class<?> owner, Element property) throws ReflectiveOperationException {
        var name = elements(property, "config-property-name").get(0).getTextContent();
        return owner.getMethod("set" + name, type(property));
    }

    private static Class<?> type(Element property) throws ClassNotFoundException {
        return Class.forName(elements(property, "config-property-type").get(0).getTextContent());
    }

    /** @return those beside the name of the class, and none of what is further in */
    private static List<Element> properties(Element named) {
        var owner = (Element) named.getParentNode();
        return elements(owner, "config-property").stream().filter(property -> property.getParentNode() == owner).toList();
    }

    private static Element descriptor() throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(Path.of("src/adapter/resources/META-INF/ra.xml").toFile()).getDocumentElement();
    }

    private static List<Element> elements(Element parent, String name) {
        var nodes = parent.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).map(Element.class::cast).toList();
    }
}
