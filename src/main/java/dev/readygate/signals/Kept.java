package dev.readygate.signals;

import dev.readygate.checks.Request.Header;
import dev.readygate.checks.Tls;
import dev.readygate.checks.Tls.KeptIn;
import dev.readygate.facts.SecretValue;
import dev.readygate.signals.fetch.TlsTerms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the values of Secrets of one namespace where a request refers to them. */
record Kept(Secrets secrets, String namespace) {

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
        return new TlsTerms(tls.serverName(), authorities, tls.verified());
    }

    private String value(KeptIn where) throws WithheldException {
        return switch (secrets.value(namespace, where.secret(), where.key())) {
            case SecretValue.Known(var text) -> text;
            case SecretValue.Withheld(var why) -> throw new WithheldException(why);
        };
    }
}
