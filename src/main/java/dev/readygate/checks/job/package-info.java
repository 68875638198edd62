/** Pure: the kind of check that runs a Job, and the manifest and name of that Job. */
package dev.readygate.checks.job;
