/** Pure: the kinds of check that read the evidence and approvals of pipelines and people. */
package dev.readygate.checks.evidence;
