package io.packetboat.policy;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The policy of one resource: a document whose statements say whom they are about.
 *
 * <p>Read as strictly as a {@link PolicyDocument}; equal when the texts are equal. At most {@value #MAX_BYTES} bytes and
 * {@value #MAX_STATEMENTS} statements.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-policies.html">Amazon
 *     SQS policy quotas</a>
 */
public final class ResourcePolicy {
    /** The longest document in bytes. */
    public static final int MAX_BYTES = 8_192;

    /** The most statements of one document. */
    public static final int MAX_STATEMENTS = 20;

    /** IAM's present version, and the older one that SQS's own documents still carry. */
    private static final Set<String> VERSIONS = Set.of("2012-10-17", "2008-10-17");

    private final String text;
    private final List<Grant> grants;

    private ResourcePolicy(String text, List<Grant> grants) {
        this.text = text;
        this.grants = List.copyOf(grants);
    }

    /** Reads a document; raises {@link PolicyRefused} with the element at fault unless all of it can be evaluated. */
    public static ResourcePolicy parse(String json) {
        if (json.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new PolicyRefused("length", "must not exceed " + MAX_BYTES + " bytes");
        }
        JsonObject document = PolicyReader.document(json);
        if (document.containsKey("Version")
                && !VERSIONS.contains(PolicyReader.text("Version", document.get("Version")))) {
            throw new PolicyRefused(
                    "Version", "must be one of " + VERSIONS.stream().sorted().toList());
        }
        List<JsonValue> entries = PolicyReader.entries(document);
        if (entries.size() > MAX_STATEMENTS) {
            throw new PolicyRefused("Statement", "must hold at most " + MAX_STATEMENTS + " statements");
        }
        List<Grant> grants = new ArrayList<>();
        for (JsonValue entry : entries) {
            String at = "Statement[" + grants.size() + "]";
            JsonObject statement = PolicyReader.object(at, entry);
            grants.add(new Grant(
                    Principals.read(at + ".Principal", statement.get("Principal")),
                    PolicyReader.statement(at, statement, PolicyKind.OF_RESOURCE)));
        }
        return new ResourcePolicy(json, grants);
    }

    /** What this document says about the request. */
    public Verdict decide(Permission wanted, RequestContext context) {
        Verdict verdict = Verdict.SILENT;
        for (Grant grant : grants) {
            verdict = verdict.and(grant.decide(wanted, context));
        }
        return verdict;
    }

    /** The document's JSON, exactly as it was given. */
    public String text() {
        return text;
    }

    /** Whether verdicts depend on where and how the caller connected. */
    public boolean asksOrigin() {
        return conditions().anyMatch(Condition::asksOrigin);
    }

    /** Whether verdicts change with the clock alone. */
    public boolean asksTime() {
        return conditions().anyMatch(Condition::asksTime);
    }

    private Stream<Condition> conditions() {
        return grants.stream().flatMap(grant -> grant.statement().conditions().stream());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResourcePolicy policy && policy.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }

    /** One statement with those it is about. */
    private record Grant(Principals principals, Statement statement) {
        Verdict decide(Permission wanted, RequestContext context) {
            boolean meant =
                    principals.include(context.requester(), wanted.resource().account(), statement.effect());
            return meant ? statement.decide(wanted, context) : Verdict.SILENT;
        }
    }
}
