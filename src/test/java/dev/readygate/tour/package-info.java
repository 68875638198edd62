/** {@code ./readygate tour}: what Readygate does, shown on a real control plane, each claim checked as it is made. */
package dev.readygate.tour;
