package dev.readygate.cli;

import dev.readygate.api.v1alpha1.ReadinessDuration;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code 90s} or {@code 1h30m}, as it is typed. */
final class TimeSpan implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        try {
            return new ReadinessDuration(text).toDuration();
        } catch (IllegalArgumentException wrong) {
            throw new TypeConversionException("%s is no time; write it like 90s or 1h30m".formatted(text));
        }
    }
}
