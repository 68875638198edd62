package dev.readygate.checks;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Why gate Admit is closed. Admission repeats it, so it changes only with its subject, not with every reading.
 *
 * @param exempt the label of hot-fixes that are admitted all the same, as key or key=value
 */
public record AdmitDenial(String why, Optional<String> exempt) {
    public AdmitDenial {
        requireNonNull(why, "why");
        requireNonNull(exempt, "exempt");
    }
}
