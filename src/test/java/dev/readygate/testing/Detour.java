package dev.readygate.testing;

/** An operator in place of the usual one, which reaches the API server only through a faulty proxy. */
public record Detour(FaultyWay way, Operator operator) implements AutoCloseable {

    @Override
    public void close() {
        operator.close();
        way.close();
    }
}
