package dev.readygate.checks.cel;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Map;
import java.util.Set;

/** An expression that compiled. Any thread can evaluate it, and it equals any other of the same source. */
public final class CompiledExpression implements CelExpression {
    private final CelExpression.ExpressionSource source;
    private final CelRuntime.Program program;
    private final Uses uses;

    CompiledExpression(CelExpression.ExpressionSource source, CelRuntime.Program program, Uses uses) {
        this.source = source;
        this.program = program;
        this.uses = uses;
    }

    /**
     * The parts of an expression.
     *
     * @param called its functions by name; a macro over keys and values is one
     */
    record Uses(Set<String> names, Set<String> called) {
        Uses {
            names = Set.copyOf(names);
            called = Set.copyOf(called);
        }
    }

    public String text() {
        return source.text();
    }

    /** Whether it uses the name at all. */
    public boolean reads(String name) {
        return uses.names().contains(name);
    }

    /** The functions it calls, without operators. */
    public Set<String> called() {
        return uses.called();
    }

    /** @param values of each name it reads, as {@link CelValues} makes them */
    public CelResult answer(Map<String, ?> values) {
        var meter = new Meter();
        try {
            var result = meter.run(() -> program.trace(values, meter));
            return meter.exceeded() ? tooCostly(meter) : answer(result);
        } catch (CelEvaluationException e) {
            return meter.exceeded() ? tooCostly(meter) : new CelResult.Unfitting(CelErrors.evaluating(e));
        }
    }

    private CelResult answer(Object result) {
        return switch (source.gives()) {
            case Truth -> result instanceof Boolean truth ? new CelResult.Truth(truth) : wrongKind();
            case Number ->
                result instanceof Number number ? new CelResult.CelNumber(number.doubleValue()) : wrongKind();
        };
    }

    private CelResult wrongKind() {
        return new CelResult.Unfitting("it did not give " + source.gives().words());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CompiledExpression program && source.equals(program.source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    @Override
    public String toString() {
        return source.text();
    }

    private static CelResult tooCostly(Meter meter) {
        return new CelResult.TooCostly(meter.why());
    }
}
