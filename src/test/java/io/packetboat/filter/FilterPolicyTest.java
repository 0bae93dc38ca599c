package io.packetboat.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.kernel.InvalidValue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterPolicyTest {
    private static final FilterLimits UNLIMITED =
            new FilterLimits(Integer.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE);

    /** The texts were recorded on AWS by an emulator's tests. */
    @ParameterizedTest(name = "{0} is refused: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {invalidjson}                            | FilterPolicy: failed to parse JSON.
                    ``                                       | FilterPolicy: Filter is not an object
                    {"key": ["value"]} more                  | FilterPolicy: failed to parse JSON.
                    {"key": ["a"], "key": ["b"]}             | FilterPolicy: failed to parse JSON.
                    {"a.b": ["x"], "$or": [{"a.b": ["y"]}, {"c": ["z"]}]} | FilterPolicy: Path `a.b` cannot be allowed multiple times
                    ["value"]                                | FilterPolicy: Filter is not an object
                    {}                                       | FilterPolicy: Empty objects are not allowed
                    {"key": "value"}                         | FilterPolicy: "key" must be an object or an array
                    {"key": []}                              | FilterPolicy: Empty arrays are not allowed
                    {"key": [["value"]]}                     | FilterPolicy: Match value must be String, number, true, false, or null
                    {"key": [{"wrong-operator": true}]}      | FilterPolicy: Unrecognized match type wrong-operator
                    {"key": [{"suffix": "a", "prefix": "b"}]} | FilterPolicy: Only one key allowed in match expression
                    {"key": [{"suffix": 100}]}               | FilterPolicy: suffix match pattern must be a string
                    {"key": [{"suffix": null}]}              | FilterPolicy: suffix match pattern must be a string
                    {"key": [{"suffix": []}]}                | FilterPolicy: suffix match pattern must be a string
                    {"key": {"suffix": "value"}}             | FilterPolicy: "suffix" must be an object or an array
                    {"key": [{"numeric": []}]}               | FilterPolicy: Invalid member in numeric match: ]
                    {"key": [{"numeric": ["operator"]}]}     | FilterPolicy: Unrecognized numeric range operator: operator
                    {"key": [{"numeric": [1, "<="]}]}        | FilterPolicy: Invalid member in numeric match: 1
                    {"key": [{"numeric": ["=", "000"]}]}     | FilterPolicy: Value of equals must be numeric
                    {"key": [{"numeric": [">="]}]}           | FilterPolicy: Value of >= must be numeric
                    {"key": [{"numeric": ["<", 100, ">", 10]}]} | FilterPolicy: Too many elements in numeric expression
                    {"key": [{"numeric": [">=", 1, ">", 2]}]} | FilterPolicy: Bad numeric range operator: >
                    {"key": [{"numeric": [">", 3, "<", 1]}]} | FilterPolicy: Bottom must be less than top
                    {"key": [{"numeric": [">", 20, "<="]}]}  | FilterPolicy: Value of <= must be numeric
                    {"key": [{"numeric": [">", 20, 30]}]}    | FilterPolicy: Bad value in numeric range: 30
                    {"key": [{"numeric": [">", 20, "test"]}]} | FilterPolicy: Bad numeric range operator: test
                    {"key": [{"numeric": [">", 20, "<", 30, "<", 50]}]} | FilterPolicy: Too many terms in numeric range expression
                    {"key": [{"numeric": ["=", 1000000001]}]} | FilterPolicy: Value must be between -1.0E9 and 1.0E9, inclusive
                    {"key": [{"numeric": [">", -1e10]}]}     | FilterPolicy: Value must be between -1.0E9 and 1.0E9, inclusive
                    {"key": [{"anything-but": [1, 1e12]}]}   | FilterPolicy: Value must be between -1.0E9 and 1.0E9, inclusive
                    {"key": [{"exists": null}]}              | FilterPolicy: exists match pattern must be either true or false.
                    {"key": [{"exists": "no"}]}              | FilterPolicy: exists match pattern must be either true or false.
                    {"key": [{"anything-but": {"wrong-operator": null}}]} | FilterPolicy: Unsupported anything-but pattern: wrong-operator
                    {"key": [{"anything-but": {"exists": false}}]} | FilterPolicy: Unsupported anything-but pattern: exists
                    {"key": [{"cidr": "10.0.0.0/99"}]}       | FilterPolicy:
                    {"key": [{"cidr": "nowhere"}]}           | FilterPolicy:
                    {"key": [{"wildcard": "a**b"}]}          | FilterPolicy:
                    {"$or": [{"a": [1]}]}                    | FilterPolicy: There must have at least 2 Objects in $or relationship.
                    {"object": {"key": ["value"]}}           | Filter policy scope MessageAttributes does not support nested filter policy
                    {"$or": [{"a": [1]}, {"b": {"c": [1]}}]} | Filter policy scope MessageAttributes does not support nested filter policy
                    {"a": [1], "b": [1], "c": [1], "d": [1], "e": [1], "f": [1]} | FilterPolicy: Filter policy can not have more than 5 keys
                    """)
    void refusesInAwsWords(String json, String message) {
        assertThatThrownBy(() -> FilterPolicy.parse(json, FilterScope.MESSAGE_ATTRIBUTES, FilterLimits.AWS))
                .isInstanceOf(InvalidFilterPolicy.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void tellsThePlaceOfTheMistakeAsAwsDoes() {
        assertThatThrownBy(() -> FilterPolicy.parse(
                        "{\"key_a\":\"value_one\"}", FilterScope.MESSAGE_ATTRIBUTES, FilterLimits.AWS))
                .hasMessage("FilterPolicy: \"key_a\" must be an object or an array\n"
                        + " at [Source: (String)\"{\"key_a\":\"value_one\"}\"; line: 1, column: 11]");
    }

    @Test
    void onlyOutermostNamesCountInABody() {
        String nested = "{\"state\": [\"SUCCESS\"], \"severity\": [{\"exists\": true}], \"finding\": "
                + "{\"a\": [1], \"b\": [1], \"c\": [1], \"d\": [1]}}";

        assertThat(FilterPolicy.parse(nested, FilterScope.MESSAGE_BODY, FilterLimits.AWS)
                        .text())
                .isEqualTo(nested);
    }

    @ParameterizedTest(name = "{0} values of one name and {1} of another are accepted: {2}")
    @CsvSource({"150, 0, true", "151, 0, false", "30, 5, true", "30, 6, false", "100, 51, false"})
    void countsCombinations(int first, int second, boolean accepted) {
        String json = "{\"a\": " + values(first) + (second == 0 ? "" : ", \"b\": " + values(second)) + "}";

        assertAccepted(json, FilterScope.MESSAGE_ATTRIBUTES, accepted);
    }

    /** AWS's own examples of nested policies and of $or. */
    @ParameterizedTest(name = "{0} in {1} is accepted: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"key_a": {"key_b": {"key_c": ["1", "2", "3", "4"]}}, "key_d": {"key_e": ["1", "2", "3"]}, "key_f": ["1", "2", "3"]} | MESSAGE_BODY | false
                    {"key_a": {"key_b": {"key_c": ["1", "2", "3", "4"]}}, "key_d": {"key_e": ["1", "2", "3"]}, "key_f": ["1", "2"]} | MESSAGE_BODY | true
                    {"s": [1, 2, 3, 4], "$or": [{"m": [1, 2, 3, 4, 5, 6]}, {"t": [1, 2, 3, 4], "$or": [{"i": [1, 2, 3, 4]}, {"p": [1, 2, 3, 4]}]}]} | MESSAGE_ATTRIBUTES | false
                    {"s": [1, 2, 3], "$or": [{"m": [1, 2, 3, 4, 5, 6]}, {"t": [1, 2, 3, 4], "$or": [{"i": [1, 2, 3, 4]}, {"p": [1, 2, 3, 4, 5, 6, 7]}]}]} | MESSAGE_ATTRIBUTES | true
                    {"$or": [{"m": [1, 2, 3]}, {"n": [1, 2]}], "d": {"s": [1, 2], "$or": [{"o": [1]}, {"t": [1, 2, 3]}]}} | MESSAGE_BODY | false
                    {"$or": [{"m": [1, 2, 3]}, {"n": [1, 2]}], "d": {"s": [1, 2], "$or": [{"o": [1]}, {"t": [1, 2]}]}} | MESSAGE_BODY | true
                    """)
    void countsCombinationsOfNestedNamesAndBranches(String json, FilterScope scope, boolean accepted) {
        assertAccepted(json, scope, accepted);
    }

    @Test
    void limitsCanBeRaised() {
        String json = "{\"a\": " + values(151) + "}";

        assertThat(FilterPolicy.parse(json, FilterScope.MESSAGE_ATTRIBUTES, new FilterLimits(6, 151, 300_000))
                        .text())
                .isEqualTo(json);
    }

    @Test
    void branchesThatMultiplyWithoutEndAreRefusedBeforeTheyAreCompiled() {
        String branches = IntStream.range(0, 60)
                .mapToObj(i -> "\"n" + i + "\": {\"$or\": [{\"a\": [1]}, {\"b\": [1]}]}")
                .collect(Collectors.joining(", ", "{", "}"));

        assertThatThrownBy(() -> FilterPolicy.parse(branches, FilterScope.MESSAGE_BODY, UNLIMITED))
                .hasMessage("FilterPolicy: Filter policy is too complex");
    }

    @Test
    void aPolicyOfMoreThan256KibIsRefused() {
        String json = "{\"a\": [\"" + "ü".repeat(128 * 1024) + "\"]}";

        assertThatThrownBy(() -> FilterPolicy.parse(json, FilterScope.MESSAGE_ATTRIBUTES, FilterLimits.AWS))
                .isInstanceOf(InvalidFilterPolicy.class);
    }

    @Test
    void keysTellScopesAndValuesApartAndNothingElse() {
        FilterPolicy policy = parse("{\"a\": [1, \"1\"]}");

        assertThat(parse(" {\"a\" :[1,\"1\"] }")).isEqualTo(policy).hasSameHashCodeAs(policy);
        assertThat(parse("{\"a\": [\"1\"]}")).isNotEqualTo(policy);
        assertThat(FilterPolicy.parse(policy.text(), FilterScope.MESSAGE_BODY, FilterLimits.AWS))
                .isNotEqualTo(policy);
        assertThat(new PolicyKey(policy.key().value())).isEqualTo(policy.key());
        assertThatThrownBy(() -> new PolicyKey("short")).isInstanceOf(InvalidValue.class);
    }

    @Test
    void scopesAreFoundByTheirAwsNames() {
        assertThat(FilterScope.find("MessageBody")).contains(FilterScope.MESSAGE_BODY);
        assertThat(FilterScope.find("MessageAttributes")).contains(FilterScope.MESSAGE_ATTRIBUTES);
        assertThat(FilterScope.find("RandomValue")).isEmpty();
    }

    private static void assertAccepted(String json, FilterScope scope, boolean accepted) {
        if (accepted) {
            assertThat(FilterPolicy.parse(json, scope, FilterLimits.AWS).text()).isEqualTo(json);
        } else {
            assertThatThrownBy(() -> FilterPolicy.parse(json, scope, FilterLimits.AWS))
                    .hasMessage("FilterPolicy: Filter policy is too complex");
        }
    }

    private static FilterPolicy parse(String json) {
        return FilterPolicy.parse(json, FilterScope.MESSAGE_ATTRIBUTES, FilterLimits.AWS);
    }

    private static String values(int count) {
        return IntStream.range(0, count).mapToObj(i -> "\"v" + i + "\"").collect(Collectors.joining(",", "[", "]"));
    }
}
