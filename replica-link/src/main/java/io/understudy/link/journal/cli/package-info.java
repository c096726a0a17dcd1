/** The command {@code journal}: looks into a stored log. */
package io.understudy.link.journal.cli;
