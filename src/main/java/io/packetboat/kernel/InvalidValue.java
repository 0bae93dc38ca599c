package io.packetboat.kernel;

/** A value breaks its own rules; {@link #field()} names the input that held it, as the client knows it. */
public final class InvalidValue extends PacketboatException {
    private static final long serialVersionUID = 1L;

    private final String field;

    public InvalidValue(String field, String why) {
        super(ErrorKind.INVALID, field + ": " + why);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
