package io.packetboat.policy;

import java.util.List;

/**
 * A policy document as it was given, together with what it means.
 *
 * <p>Equal when the texts are equal. Evaluation is pure and allocates next to nothing.
 */
public final class PolicyDocument {
    /** The longest document in characters, white space not counted, as IAM has it for managed policies. */
    public static final int MAX_LENGTH = 6_144;

    private final String text;
    private final List<Statement> statements;
    private final boolean asksOrigin;
    private final boolean asksTime;

    PolicyDocument(String text, List<Statement> statements) {
        this.text = text;
        this.statements = List.copyOf(statements);
        this.asksOrigin =
                statements.stream().flatMap(s -> s.conditions().stream()).anyMatch(Condition::asksOrigin);
        this.asksTime =
                statements.stream().flatMap(s -> s.conditions().stream()).anyMatch(Condition::asksTime);
    }

    /** Reads a document; raises {@link PolicyRefused} with the element at fault unless all of it can be evaluated. */
    public static PolicyDocument parse(String json) {
        return new PolicyDocument(json, PolicyReader.read(json));
    }

    /** What this document says about the request. */
    public Verdict decide(Permission wanted, RequestContext context) {
        Verdict verdict = Verdict.SILENT;
        for (Statement statement : statements) {
            verdict = verdict.and(statement.decide(wanted, context));
        }
        return verdict;
    }

    /** The document's JSON, exactly as it was given. */
    public String text() {
        return text;
    }

    /** Whether verdicts depend on where and how the caller connected. */
    public boolean asksOrigin() {
        return asksOrigin;
    }

    /** Whether verdicts change with the clock alone. */
    public boolean asksTime() {
        return asksTime;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PolicyDocument document && document.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
