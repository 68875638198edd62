package dev.readygate.signals.fetch;

import static java.util.Objects.requireNonNull;

import dev.readygate.checks.answer.Endpoint;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * One request.
 *
 * @param form sent by POST if there is one
 * @param timeout for all of it: lookup, connection, redirects, body
 */
public record Fetch(
        Endpoint to,
        String method,
        String pathAndQuery,
        Map<String, String> headers,
        Optional<String> form,
        AnswerNeeds wanted,
        TlsTerms tls,
        Duration timeout) {

    public Fetch {
        requireNonNull(to, "to");
        requireNonNull(method, "method");
        requireNonNull(pathAndQuery, "pathAndQuery");
        requireNonNull(form, "form");
        requireNonNull(wanted, "wanted");
        requireNonNull(tls, "tls");
        requireNonNull(timeout, "timeout");
        headers = Map.copyOf(headers);
    }

    /**
     * The parts of the answer that the caller needs.
     *
     * @param awaited statuses that are the answer itself even if they redirect
     * @param body whether to keep the body; it is read up to the limit in any case, so that the server is not cut
     *     off
     */
    public record AnswerNeeds(IntPredicate awaited, boolean body) {
        public static final AnswerNeeds ALL = new AnswerNeeds(_ -> false, true);

        public AnswerNeeds {
            requireNonNull(awaited, "awaited");
        }
    }

    /** Headers and form may contain a Secret's value, which must not get into a log by way of a record's text. */
    @Override
    public String toString() {
        return "Fetch[%s %s:%d]".formatted(method, to.host(), to.port());
    }

    public static Fetch get(Endpoint to, String pathAndQuery, Duration timeout) {
        return new Fetch(to, "GET", pathAndQuery, Map.of(), Optional.empty(), AnswerNeeds.ALL, TlsTerms.USUAL, timeout);
    }

    public Fetch with(Map<String, String> otherHeaders) {
        return new Fetch(to, method, pathAndQuery, otherHeaders, form, wanted, tls, timeout);
    }

    public Fetch posting(String urlEncoded) {
        return new Fetch(to, "POST", pathAndQuery, headers, Optional.of(urlEncoded), wanted, tls, timeout);
    }

    Fetch at(String otherPathAndQuery) {
        return new Fetch(to, method, otherPathAndQuery, headers, form, wanted, tls, timeout);
    }
}
