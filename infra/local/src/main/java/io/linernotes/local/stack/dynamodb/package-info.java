/**
 * The tables: DynamoDB Local, started on the loopback interface ({@code TableServer}), and the
 * creation of the template's tables in it or in another DynamoDB ({@code Tables}).
 */
@NullMarked
package io.linernotes.local.stack.dynamodb;

import org.jspecify.annotations.NullMarked;
