package dev.readygate.signals;

import dev.readygate.checks.Request.Header;
import dev.readygate.checks.answer.Tls;
import dev.readygate.checks.answer.Tls.KeptIn;
import dev.readygate.facts.SecretValue;
import dev.readygate.signals.fetch.TlsTerms;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Replaces references in a request by the values of Secrets of one namespace. */
record SecretResolver(Secrets secrets, String namespace, Duration timeout) {
    /** The time for reading is missing for asking, and must not make the target look slow. */
    private static final int SHARE_OF_TIME = 4;

    /** The message names the Secret, never a value. */
    static final class WithheldException extends Exception {
        WithheldException(String why) {
            super(why, null, false, false);
        }
    }

    Map<String, String> headers(List<Header> headers) throws WithheldException {
        var values = new LinkedHashMap<String, String>();
        for (var header : headers) {
            values.put(header.name(), value(header));
        }
        return values;
    }

    private String value(Header header) throws WithheldException {
        return switch (header) {
            case Header.Plain plain -> plain.value();
            case Header.FromSecret from -> value(from.value());
        };
    }

    TlsTerms terms(Tls tls) throws WithheldException {
        var authorities = tls.authorities().isPresent()
                ? Optional.of(value(tls.authorities().get()))
                : Optional.<String>empty();
        return new TlsTerms(tls.serverName(), authorities, tls.verified(), namespace);
    }

    private String value(KeptIn where) throws WithheldException {
        long begun = System.nanoTime();
        var value = secrets.value(namespace, where.secret(), where.key());
        if (System.nanoTime() - begun > timeout.toNanos() / SHARE_OF_TIME) {
            throw new WithheldException(
                    "the Secret %s could not be read in time; trying again".formatted(where.secret()));
        }
        return switch (value) {
            case SecretValue.SecretText(var text) -> text;
            case SecretValue.Withheld(var why) -> throw new WithheldException(why);
        };
    }
}
