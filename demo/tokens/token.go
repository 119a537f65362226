package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"os"
	"time"
)

// MeetToken lets name into meetings as userID for the next 15 minutes.
func MeetToken(userID, name, secret string) (string, error) {
	if len(secret) < 32 {
		return "", errors.New("JWT_SECRET has fewer than 32 bytes")
	}
	now := time.Now().Unix()
	claims, err := json.Marshal(map[string]any{
		"sub": userID, "username": name, "iss": "private-meet", "iat": now, "exp": now + 900,
	})
	if err != nil {
		return "", err
	}
	encode := base64.RawURLEncoding.EncodeToString
	text := encode([]byte(`{"alg":"HS256","typ":"JWT"}`)) + "." + encode(claims)
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte(text))
	return text + "." + encode(mac.Sum(nil)), nil
}

func main() {
	if len(os.Args) != 3 {
		log.Fatal("token USER-ID NAME")
	}
	token, err := MeetToken(os.Args[1], os.Args[2], os.Getenv("JWT_SECRET"))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(token)
}
