package io.packetboat.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.broker.BrokerOperation;
import io.packetboat.broker.BrokerOperation.Routing;
import io.packetboat.broker.BrokerOperation.Verb;
import io.packetboat.kernel.AccountId;
import io.packetboat.kernel.Region;
import io.packetboat.policy.Permission;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of adr/0004, row by row. */
class BrokerActionsTest {
    private final BrokerActions actions = new BrokerActions(new Region("eu-west-1"), new AccountId("123456789012"));

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "ANYCAST,    SEND,                      sqs:SendMessage",
        "ANYCAST,    CONSUME,                   sqs:ReceiveMessage sqs:DeleteMessage",
        "ANYCAST,    BROWSE,                    sqs:ReceiveMessage",
        "ANYCAST,    CREATE_ADDRESS,            sqs:CreateQueue",
        "ANYCAST,    DELETE_ADDRESS,            sqs:DeleteQueue",
        "ANYCAST,    CREATE_DURABLE_QUEUE,      sqs:CreateQueue",
        "ANYCAST,    DELETE_DURABLE_QUEUE,      sqs:DeleteQueue",
        "ANYCAST,    CREATE_NON_DURABLE_QUEUE,  sqs:CreateQueue",
        "ANYCAST,    DELETE_NON_DURABLE_QUEUE,  sqs:DeleteQueue",
        "ANYCAST,    MANAGE,                    packetboat:AdminManage",
        "MULTICAST,  SEND,                      sns:Publish",
        "MULTICAST,  CONSUME,                   sns:Subscribe",
        "MULTICAST,  BROWSE,                    sns:Subscribe",
        "MULTICAST,  CREATE_ADDRESS,            sns:CreateTopic",
        "MULTICAST,  DELETE_ADDRESS,            sns:DeleteTopic",
        "MULTICAST,  CREATE_DURABLE_QUEUE,      sns:Subscribe",
        "MULTICAST,  DELETE_DURABLE_QUEUE,      sns:Unsubscribe",
        "MULTICAST,  CREATE_NON_DURABLE_QUEUE,  sns:Subscribe",
        "MULTICAST,  DELETE_NON_DURABLE_QUEUE,  sns:Subscribe",
        "MULTICAST,  MANAGE,                    packetboat:AdminManage"
    })
    void eachCheckNeedsItsActions(Routing routing, Verb verb, String needed) {
        List<Permission> permissions = actions.permissionsFor(operation(verb, "orders", routing));

        assertThat(permissions)
                .extracting(permission -> permission.action().toString())
                .containsExactlyElementsOf(Arrays.asList(needed.split(" ", -1)));
    }

    @Test
    void theTableAboveHasARowForEveryCheck() {
        assertThat(Verb.values().length * Routing.values().length).isEqualTo(20);
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    ANYCAST   | orders                               | arn:aws:sqs:eu-west-1:123456789012:orders
                    MULTICAST | prices.eu                            | arn:aws:sns:eu-west-1:123456789012:prices.eu
                    ANYCAST   | 3f2504e0-4f89-11d3-9a0c-0305e82c3301 | arn:aws:sqs:eu-west-1:123456789012:temporary/3f2504e0-4f89-11d3-9a0c-0305e82c3301
                    ANYCAST   | ID:host-41234-1700000000000-0:1:1    | arn:aws:sqs:eu-west-1:123456789012:temporary/ID:host-41234-1700000000000-0:1:1
                    MULTICAST | ID:host-41234-1700000000000-0:1:1    | arn:aws:sns:eu-west-1:123456789012:temporary/ID:host-41234-1700000000000-0:1:1
                    ANYCAST   | ID:orders                            | arn:aws:sqs:eu-west-1:123456789012:ID:orders
                    """)
    void theResourceIsTheAddressAndTemporaryOnesShareAPrefix(Routing routing, String address, String arn) {
        assertThat(actions.permissionsFor(operation(Verb.SEND, address, routing)))
                .extracting(permission -> permission.resource().toString())
                .containsExactly(arn);
    }

    @Test
    void managementIsARightOnTheBroker() {
        assertThat(actions.permissionsFor(operation(Verb.MANAGE, "anything", Routing.ANYCAST)))
                .extracting(permission -> permission.resource().toString())
                .containsExactly("arn:aws:packetboat:eu-west-1:123456789012:broker");
    }

    @Test
    void aDurableSubscriptionIsARightOnItsTopic() {
        BrokerOperation subscribe =
                new BrokerOperation(Verb.CREATE_DURABLE_QUEUE, "prices", "client.sub", Routing.MULTICAST);

        assertThat(actions.permissionsFor(subscribe))
                .extracting(permission -> permission.resource().resource())
                .containsExactly("prices");
    }

    @ParameterizedTest(name = "{0} reaches {1}")
    @CsvSource({
        "prices,      prices",
        "prices.#,    prices.# prices",
        "#.secret,    #.secret secret",
        "a.#.b,       a.#.b a.b",
        "#,           #",
        "prices.*,    prices.*"
    })
    void aWildcardAddressAsksForAllThatItReaches(String address, String names) {
        List<Permission> permissions = actions.permissionsFor(operation(Verb.CONSUME, address, Routing.MULTICAST));

        assertThat(permissions)
                .extracting(permission -> permission.resource().resource())
                .containsExactlyElementsOf(Arrays.asList(names.split(" ", -1)));
        assertThat(permissions)
                .allMatch(permission -> permission.wildcard()
                        == (permission.resource().resource().matches(".*[*#].*")));
    }

    private static BrokerOperation operation(Verb verb, String address, Routing routing) {
        return new BrokerOperation(verb, address, address, routing);
    }
}
