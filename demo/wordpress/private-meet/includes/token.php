<?php
/**
 * Tokens as the meeting server takes them: JWTs, signed with its JWT_SECRET (HS256).
 *
 * @package Private_Meet
 */

namespace Private_Meet;

defined( 'ABSPATH' ) || exit;

/** Base64 as JWTs have it (RFC 7515, section 2). */
function base64url( string $bytes ): string {
	return rtrim( strtr( base64_encode( $bytes ), '+/', '-_' ), '=' ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions
}

/** A token with these claims, signed. */
function sign_token( array $claims, string $secret ): string {
	$header = array(
		'alg' => 'HS256',
		'typ' => 'JWT',
	);
	$text   = base64url( (string) json_encode( $header ) ) . '.' . base64url( (string) json_encode( $claims, JSON_INVALID_UTF8_SUBSTITUTE ) );
	return $text . '.' . base64url( hash_hmac( 'sha256', $text, $secret, true ) );
}

/**
 * Lets one person into one room for some minutes.
 *
 * @param array $person `sub` and `username`, for a host also `role`.
 */
function mint_token( array $person, string $room, int $now ): string {
	$options = options();
	$claims  = array_merge(
		$person,
		array(
			'iss'  => $options['issuer'],
			'iat'  => $now,
			'exp'  => $now + 60 * $options['minutes'],
			'room' => $room,
		)
	);
	return sign_token( $claims, secret() );
}

/** A name as others may see it: text, never markup, on one line, at most 50 characters. */
function plain_name( string $name ): string {
	// Controls and line ends, and what turns the direction of what stands around it.
	$line = preg_replace( '/[\p{Cc}\p{Zl}\p{Zp}\x{202A}-\x{202E}\x{2066}-\x{2069}]+/u', ' ', $name );
	return is_string( $line ) && 1 === preg_match( '/^\s*(\S.{0,49})/us', $line, $match ) ? rtrim( $match[1] ) : '';
}

/** An id that nobody can guess from what it is made of, the same each time. */
function private_id( string $kind, string $what ): string {
	return $kind . '-' . substr( hash_hmac( 'sha256', $kind . '|' . $what, wp_salt( 'nonce' ) ), 0, 32 );
}
