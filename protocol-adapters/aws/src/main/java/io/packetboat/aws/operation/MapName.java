package io.packetboat.aws.operation;

/**
 * What a map is called: one name in the model and in JSON, perhaps another in Query's forms and XML.
 *
 * @param name of the model, {@code Attributes}
 * @param queryName of Query's entries, {@code Attribute} of {@code Attribute.1.Name=Policy}
 * @param key what Query calls an entry's key
 * @param value what Query calls an entry's value
 * @param flat whether Query's entries follow the name at once; otherwise {@code entry} stands between
 */
public record MapName(String name, String queryName, String key, String value, boolean flat) {

    /** As SQS has them: {@code Attribute.1.Name} and {@code <Attribute><Name>}. */
    public static MapName flat(String name, String queryName, String key, String value) {
        return new MapName(name, queryName, key, value, true);
    }

    /** As SNS has them: {@code Attributes.entry.1.key} and {@code <Attributes><entry><key>}. */
    public static MapName entries(String name) {
        return entries(name, "key", "value");
    }

    /** As SNS has message attributes: {@code MessageAttributes.entry.1.Name} and {@code <entry><Name>}. */
    public static MapName entries(String name, String key, String value) {
        return new MapName(name, name, key, value, false);
    }
}
