package dev.readygate.tour;

/** The shop's policies for its releases. */
final class TourPolicies {
    static final String CAREFUL = """
            mode: Enforce
            selector: {matchLabels: {app: cart}}
            rollout:
              steps: [{share: 34%, for: 10s}, {share: 100%}]
              soak: 6s
              onFailure: Rollback
            checks:
            - name: healthy
              gate: Serve
              every: 1s
              failAfter: 2
              http: {path: /health}
            - name: error-rate
              gate: Serve
              every: 1s
              failAfter: 2
              metric:
                query: |
                  (sum(rate(http_requests_total{namespace="{{namespace}}",pod=~"{{newPods}}",code=~"5.."}[{{window}}])) or vector(0))
                  / sum(rate(http_requests_total{namespace="{{namespace}}",pod=~"{{newPods}}"}[{{window}}]))
                window: 4s
                max: 0.05
            """;

    /** The same, and no pod starts before another person has approved. */
    static final String WITH_APPROVAL = CAREFUL + """
            - name: go
              gate: Start
              approval: {groups: [managers]}
            """;

    private TourPolicies() {}
}
