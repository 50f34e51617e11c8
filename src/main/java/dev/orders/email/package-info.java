/**
 * Mail to the customer: the confirmation of an order and the notice that it is on its way.
 *
 * <p>A handler has a {@link dev.orders.email.LetterWriter} compose a {@link
 * dev.orders.email.Letter}, and gives it to a {@link dev.orders.email.Mailer}: into a directory of
 * {@code .eml} files, or to an SMTP server.
 */
@NullMarked
package dev.orders.email;

import org.jspecify.annotations.NullMarked;
