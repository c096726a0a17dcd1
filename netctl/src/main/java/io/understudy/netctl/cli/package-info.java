/** The command line. Its help is the manual. */
package io.understudy.netctl.cli;
