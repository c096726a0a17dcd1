/** The command line: {@code java -jar understudy.jar}. */
package io.understudy.agent.cli;
