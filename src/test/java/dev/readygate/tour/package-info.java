/** {@code ./readygate tour}: the features of Readygate on a real control plane, each claim checked as it is made. */
package dev.readygate.tour;
