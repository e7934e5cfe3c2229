"""What a coordinator looks at on the screen: everybody as a list, one learner, all together."""
