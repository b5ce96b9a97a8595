import Entities
import Foundation
import Model
import Resources

try Trainer(arguments: Array(CommandLine.arguments.dropFirst())).run()
