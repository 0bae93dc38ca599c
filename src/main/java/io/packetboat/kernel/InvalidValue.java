package io.packetboat.kernel;

/** A value breaks its own rules; {@link #field()} names the input that held it, as the client knows it. */
public final class InvalidValue extends PacketboatException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String why;

    public InvalidValue(String field, String why) {
        super(ErrorKind.INVALID, field + ": " + why);
        this.field = field;
        this.why = why;
    }

    public String field() {
        return field;
    }

    /** What is wrong with it, without the field's name. */
    public String why() {
        return why;
    }
}
