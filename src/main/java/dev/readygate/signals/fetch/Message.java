package dev.readygate.signals.fetch;

import java.util.Map;

/** What is sent over one connection. */
record Message(
        Protocol protocol, String method, String pathAndQuery, Map<String, String> headers, byte[] body, TlsTerms tls) {

    enum Protocol {
        Http1,
        Http2
    }
}
