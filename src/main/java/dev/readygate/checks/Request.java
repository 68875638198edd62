package dev.readygate.checks;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What is sent, and how the answer is judged. A closed set: the samplers must know how to send each of them. */
public sealed interface Request {

    record Http(Endpoint to, Method method, String pathAndQuery, List<Header> headers, HttpExpectation expectation)
            implements Request {
        public Http {
            requireNonNull(to, "to");
            requireNonNull(method, "method");
            requireNonNull(pathAndQuery, "pathAndQuery");
            requireNonNull(expectation, "expectation");
            headers = List.copyOf(headers);
        }
    }

    enum Method {
        GET,
        HEAD
    }

    /** A header with its value in the clear, or the place in the policy's own namespace where it is kept. */
    sealed interface Header {
        String name();

        record Plain(String name, String value) implements Header {}

        record FromSecret(String name, String secret, String key) implements Header {}
    }
}
