package dev.readygate.cli.command;

import dev.readygate.api.v1alpha1.ReadinessDuration;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a duration such as {@code 90s} or {@code 1h30m}. */
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
