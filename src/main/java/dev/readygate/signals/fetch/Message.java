package dev.readygate.signals.fetch;

import java.util.Map;

/**
 * What is sent over one connection.
 *
 * @param keepsBody whether anybody looks at the body that comes back
 */
record Message(
        Protocol protocol,
        String method,
        String pathAndQuery,
        Map<String, String> headers,
        byte[] body,
        TlsTerms tls,
        boolean keepsBody) {

    enum Protocol {
        Http1,
        Http2
    }
}
