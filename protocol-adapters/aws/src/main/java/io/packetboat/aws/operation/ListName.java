package io.packetboat.aws.operation;

/**
 * What a list is called: one name in the model and in JSON, perhaps another in Query's forms and XML.
 *
 * @param name of the model, {@code AttributeNames}
 * @param queryName of Query's members, {@code AttributeName} of {@code AttributeName.1=All}
 * @param flat whether Query's members follow the name at once; otherwise {@code member} stands between
 */
public record ListName(String name, String queryName, boolean flat) {

    /** As SQS has them: {@code AttributeName.1} and {@code <AttributeName>}. */
    public static ListName flat(String name, String queryName) {
        return new ListName(name, queryName, true);
    }

    /** As SNS has them: {@code TopicArns.member.1} and {@code <TopicArns><member>}. */
    public static ListName members(String name) {
        return new ListName(name, name, false);
    }
}
